import { drill } from './f14-guessing.drill.js'
import { testDrill } from './test-drill.js'

testDrill(drill)
