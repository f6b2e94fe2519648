import { drill } from './f09-same-key.drill.js'
import { testDrill } from './test-drill.js'

testDrill(drill)
