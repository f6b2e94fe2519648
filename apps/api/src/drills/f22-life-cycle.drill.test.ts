import { drill } from './f22-life-cycle.drill.js'
import { testDrill } from './test-drill.js'

testDrill(drill)
