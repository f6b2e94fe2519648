import { type certificateTypes, natures } from '@icp/domain'
import { useSay } from '@icp/ui'

/** One paper has a code for each nature, so the nature tells them apart. */
export const useCertificateTypeText = () => {
  const say = useSay()
  return (type: (typeof certificateTypes)[number]): string => {
    const nature = natures.find(({ id }) => id === type.natures[0])
    return nature ? `${say(nature)} · ${say(type)}` : say(type)
  }
}
