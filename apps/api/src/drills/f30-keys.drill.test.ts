import { drill } from './f30-keys.drill.js'
import { testDrill } from './test-drill.js'

testDrill(drill)
