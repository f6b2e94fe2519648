export default async function tearDown() {
  await globalThis.icpStand?.stop()
}
