import { testDrill } from './test-drill.js'
import { drill } from './f28-canaries-in-logs.drill.js'

testDrill(drill)
