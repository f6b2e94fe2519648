const pause = (milliseconds: number) => new Promise((resolve) => { setTimeout(resolve, milliseconds) })

/** Tries a check again until it holds; after `within` milliseconds its last failure is thrown. */
export async function eventually<T>(check: () => Promise<T> | T, within = 30_000): Promise<T> {
  const end = Date.now() + within
  for (;;) {
    try {
      return await check()
    } catch (failure) {
      if (Date.now() > end) throw failure
      await pause(100)
    }
  }
}
