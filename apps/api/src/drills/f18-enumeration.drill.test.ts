import { drill } from './f18-enumeration.drill.js'
import { testDrill } from './test-drill.js'

testDrill(drill)
