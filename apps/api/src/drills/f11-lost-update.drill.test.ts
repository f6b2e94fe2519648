import { drill } from './f11-lost-update.drill.js'
import { testDrill } from './test-drill.js'

testDrill(drill)
