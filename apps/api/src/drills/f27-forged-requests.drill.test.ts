import { drill } from './f27-forged-requests.drill.js'
import { testDrill } from './test-drill.js'

testDrill(drill)
