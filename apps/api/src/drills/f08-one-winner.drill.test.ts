import { drill } from './f08-one-winner.drill.js'
import { testDrill } from './test-drill.js'

testDrill(drill)
