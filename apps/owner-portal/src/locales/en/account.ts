import type { account as original } from '../zh-CN/account.js'

export const account: typeof original = { title: 'My account', data: 'Account data', registeredAt: 'Registered', acceptances: 'What I accepted', document: 'Document', version: 'Version', acceptedAt: 'Accepted', newVersion: 'This document has a new version ({{version}}). Read and accept it to go on.' }
