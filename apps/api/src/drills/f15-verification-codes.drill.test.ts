import { drill } from './f15-verification-codes.drill.js'
import { testDrill } from './test-drill.js'

testDrill(drill)
