import { drill } from './f21-fuzz.drill.js'
import { testDrill } from './test-drill.js'

testDrill(drill)
