import { useFormat, useSay } from '@icp/app-shell'
import type { RequestView } from '@icp/contract'
import { LabelledRadios } from '@icp/ui'

interface RequestChoiceProps {
  readonly id: string
  readonly label: string
  readonly requests: readonly RequestView[]
  readonly value: string
  readonly onChange: (id: string) => void
}

/** Which of several open requests an act is about; nothing to choose when there is one. */
export function RequestChoice({ id, label, requests, value, onChange }: RequestChoiceProps) {
  const say = useSay()
  const format = useFormat()
  if (requests.length < 2) return null
  return (
    <LabelledRadios
      id={id} label={label} value={value} onChange={onChange}
      options={requests.map((request) => ({
        value: request.id, text: `${format.dateTime(request.openedAt)} · ${format.list(request.fields.map((field) => say(field.label)))}`, hint: request.reason,
      }))}
    />
  )
}
