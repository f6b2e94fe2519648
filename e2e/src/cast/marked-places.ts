const registration = 'saveDraft.body.content'
const [subject, service] = [`${registration}.subject`, `${registration}.services[]`]
const person = ['name', 'certificateNumber', 'mobile', 'emergencyPhone', 'officePhone', 'email']
const entry = 'draftRuleChange.body.entry'

/** Which places of free text each part of drill F24 sends markup to. */
export const markedIn = {
  filing: [
    ...['name', 'certificateNumber', 'certificateAddress', 'investor', 'address', 'remark', 'legalPerson.name', 'legalPerson.certificateNumber', ...person.map((field) => `person.${field}`)].map((field) => `${subject}.${field}`),
    ...['name', 'domain', 'homePage', 'remark', 'preApprovals[].approvalNumber', 'platforms[].packageName', 'platforms[].publicKey', 'platforms[].fingerprint', ...person.map((field) => `person.${field}`)].map((field) => `${service}.${field}`),
    'openCorrectionRequest.body.reason', 'declineCorrectionRequest.body.answer', 'correctFiling.body.reason', 'revealField.body.note', 'getPaper.body.note', 'passFiling.body.remark',
    'passFiling.body.sheet[].reason', 'returnFiling.body.opinion', 'returnFiling.body.findings[].reason', 'returnFiling.body.findings[].suggestion', 'approveFiling.body.opinion',
  ],
  records: [
    `${registration}.note`, 'refuseFiling.body.reason', 'declineMigration.body.reason', 'endAccess.body.note', 'askMediation.body.reason', 'answerMediation.body.answer', 'cancelByForce.body.ground',
  ],
  offices: [
    ...['name', 'nameEn', 'licence', 'keywords[]', 'ipBlocks[]'].map((field) => `addProvider.body.${field}`),
    ...['phone', 'address', 'website'].map((field) => `changeAdministration.body.${field}`),
    ...['domain', 'certificateNumber', 'reason', 'source'].map((field) => `addToBlacklist.body.${field}`),
    ...['source', 'value', 'value[]', 'others[].source', 'others[].value', 'others[].value[]', 'zh', 'en', 'successors[].zh', 'successors[].en', 'periods[].holiday'].map((field) => `${entry}.${field}`),
    ...['name', 'mobile', 'email', 'reason'].map((field) => `inviteStaff.body.${field}`), 'acceptInvitation.body.userName',
    ...['disableAccount', 'enableAccount', 'resetAuthenticator', 'requestRoleChange'].map((id) => `${id}.body.reason`),
    ...['userName', 'name', 'certificateNumber'].map((field) => `completeRegistration.body.${field}`), 'revealMessage.body.note',
  ],
} as const satisfies Record<string, readonly string[]>

/** Bodies of the same shape, kept and shown as the other one's is. */
const sameAs: Readonly<Record<string, string>> = { 'correctFiling.body.content': registration, 'changeProvider.body': 'addProvider.body', 'editRuleChange.body.entry': entry }

export const markedAs = (place: string): string => {
  const [alike] = Object.keys(sameAs).filter((start) => place.startsWith(`${start}.`))
  return alike ? sameAs[alike] + place.slice(alike.length) : place
}

/** Places with room for markup that nobody ever reads it from, by what their last part says. */
const neverShown: Readonly<Record<string, RegExp>> = {
  'kept as a hash, or compared and forgotten': /\.(?:password|current|token|payload|setup|code|authenticatorCode|version|hash|signature|seen|typedNumber|cursor)$/,
  'has to be an id, path or number that the system itself has given, and is refused otherwise':
    /\.(?:id|path|figure|fields\[\]|providerId|accessIds\[\]|serviceNumbers\[\]|subjectNumber|receivingNumber|number|reference)$|^cancelByForce\.body\.reason$|^draftRuleChange\.body\.entry\.code$/,
  'is looked for among what there is, and not kept': /^(?:logOn|askPasswordReset|judgePassword)\.body\.userName$|^(?:askUserName\.body\.email|listMessages\.body\.recipient|confirm\.body\.mobile)$/,
  'has to be a telephone number or an address for mail, and is refused otherwise':
    /^(?:acceptInvitation|completeRegistration|sendRegistrationCodes)\.body\.(?:mobile|email)$|^(?:startContactChange\.body\.value|(?:startPhoneRecovery|confirmPhoneRecovery|vouchForPhone)\.body\.mobile)$/,
  'is the name of the first security administrator, told once and by whoever sets the system up; kept and shown as `inviteStaff.body.name` is': /^acceptInvitation\.body\.name$/,
  'is written anew from the register, or has to be an address of the network': /\.accesses\[\]\.(?:providerName|ipRanges\[\]\.(?:from|to))$/,
}

export const isNeverShown = (place: string): boolean => Object.values(neverShown).some((said) => said.test(place))
