const key = 'icp.signed-in'

/*
 * Whether this browser logged on here and did not log off. Says nothing about whom; the session itself is a cookie that scripts cannot read.
 * Saves public pages from asking who a visitor is.
 */
export const hasSessionHint = (): boolean => {
  try {
    return localStorage.getItem(key) === '1'
  } catch {
    return true
  }
}

export const setSessionHint = (signedIn: boolean): void => {
  try {
    if (signedIn) localStorage.setItem(key, '1')
    else localStorage.removeItem(key)
  } catch { /* storage is forbidden here: every page then asks */ }
}
