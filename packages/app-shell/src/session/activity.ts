/** When the API last answered well; a session's end counts from there. Milliseconds of this device's clock. */
export interface Activity {
  lastAt: number
}

export const watchedFetch = (activity: Activity, send: typeof fetch = (...args) => globalThis.fetch(...args)): typeof fetch =>
  async (...args) => {
    const response = await send(...args)
    if (response.ok) activity.lastAt = Date.now()
    return response
  }
