import { drill } from './f32-clocks.drill.js'
import { testDrill } from './test-drill.js'

testDrill(drill)
