import { startApp } from '@icp/app-shell'
import { settings } from './settings.js'

startApp(settings)
