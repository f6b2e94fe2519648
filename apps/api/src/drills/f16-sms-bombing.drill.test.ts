import { drill } from './f16-sms-bombing.drill.js'
import { testDrill } from './test-drill.js'

testDrill(drill)
