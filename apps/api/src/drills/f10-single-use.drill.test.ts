import { drill } from './f10-single-use.drill.js'
import { testDrill } from './test-drill.js'

testDrill(drill)
