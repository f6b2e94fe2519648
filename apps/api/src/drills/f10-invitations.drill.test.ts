import { drill } from './f10-invitations.drill.js'
import { testDrill } from './test-drill.js'

testDrill(drill)
