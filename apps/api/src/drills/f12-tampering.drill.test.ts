import { drill } from './f12-tampering.drill.js'
import { testDrill } from './test-drill.js'

testDrill(drill)
