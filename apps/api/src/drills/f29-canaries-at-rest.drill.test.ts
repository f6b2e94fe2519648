import { testDrill } from './test-drill.js'
import { drill } from './f29-canaries-at-rest.drill.js'

testDrill(drill)
