import { drill } from './f19-sessions.drill.js'
import { testDrill } from './test-drill.js'

testDrill(drill)
