import { drill } from './f13-forgery.drill.js'
import { testDrill } from './test-drill.js'

testDrill(drill)
