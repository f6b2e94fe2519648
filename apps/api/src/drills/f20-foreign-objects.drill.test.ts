import { drill } from './f20-foreign-objects.drill.js'
import { testDrill } from './test-drill.js'

testDrill(drill)
