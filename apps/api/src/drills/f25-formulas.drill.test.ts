import { drill } from './f25-formulas.drill.js'
import { testDrill } from './test-drill.js'

testDrill(drill)
