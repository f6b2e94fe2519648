import { drill } from './f07-commit-unanswered.drill.js'
import { testDrill } from './test-drill.js'

testDrill(drill)
