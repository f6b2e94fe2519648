import { drill } from './f23-sql-injection.drill.js'
import { testDrill } from './test-drill.js'

testDrill(drill)
