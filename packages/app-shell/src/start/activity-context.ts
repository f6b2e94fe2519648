import { createContext, useContext } from 'react'
import type { Activity } from '../session/activity.js'

const ActivityContext = createContext<Activity>({ lastAt: 0, touchedAt: 0 })
export const ActivityProvider = ActivityContext.Provider
export const useActivity = (): Activity => useContext(ActivityContext)
