export type Way = 'picture' | 'proof'

const key = 'icp.verification-way'

/** Who needs the way without a picture needs it every time: the choice lasts as long as the tab. */
export const rememberedWay = (): Way => {
  try {
    return sessionStorage.getItem(key) === 'proof' ? 'proof' : 'picture'
  } catch {
    return 'picture'
  }
}

export const rememberWay = (way: Way): void => {
  try {
    sessionStorage.setItem(key, way)
  } catch { /* storage is forbidden here: the choice is asked for again */ }
}
