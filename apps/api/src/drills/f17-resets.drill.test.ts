import { drill } from './f17-resets.drill.js'
import { testDrill } from './test-drill.js'

testDrill(drill)
