import { expect, test } from '@jest/globals'
import { appPlatforms, platformsOf } from '../code-tables/app-platforms.js'
import { normaliseContent } from '../rules/normalise-content.js'
import { whatChanged } from './changes.js'
import { emptyService, RegistrationContent, Service } from './content.js'
import { frozenReason } from './correctable.js'
import { displayValue } from './display.js'
import { fieldLabel, fieldsOf, summaryOf } from './fields.js'
import { content } from './filing.fixture.js'
import { foreignFields, hasField, ServiceType, serviceTypes, serviceWord, spaced } from './service-type.js'

const app: Service = {
  ...emptyService('app', 'app'), name: '示例App', domain: 'api.example.com', categories: ['1'], channel: 'store',
  platforms: [
    { id: 'p1', platform: 'android', packageName: 'com.example.app', publicKey: 'AB:CD 01', fingerprint: 'AB:CD' },
    { id: 'p2', platform: 'wechat', packageName: 'wx0123456789abcdef', publicKey: '', fingerprint: '' },
  ],
}
const withApp: RegistrationContent = { ...content, services: [...content.services, app] }

test('a service without a type is a website, as every one was', () => {
  const { type: _type, ...before } = content.services[0]!
  expect(Service.parse(before)).toEqual(content.services[0])
  expect(Object.keys(emptyService('x'))).not.toContain('platforms')
})

test('each type has its own fields, and shows no other', () => {
  for (const { id } of serviceTypes) {
    const keys = summaryOf({ ...content, services: [emptyService('x', id)] })[1]?.rows.map((row) => row.key) ?? []
    expect([id, keys.filter((key) => foreignFields(id).includes(key))]).toEqual([id, []])
    expect([id, keys.includes('categories'), keys.includes('homePage')]).toEqual([id, id !== 'website', id === 'website'])
    expect(emptyService('x', id).type).toBe(id)
    expect('platforms' in emptyService('x', id)).toBe(hasField(id, 'platforms'))
  }
})

test('fields, parts and people are called as the type of service calls them', () => {
  expect(fieldLabel('services.app.name', withApp)).toEqual({ zh: 'APP「示例App」 · APP 名称', en: 'App “示例App” · App name' })
  expect(fieldLabel('services.s1.name', withApp).zh).toBe('网站「示例网站s1」 · 网站名称')
  expect(fieldLabel('services.app.person.mobile', withApp).en).toBe('App “示例App” · Person in charge of the app · Mobile number')
  expect(fieldLabel('services.app.person.mobile', withApp).zh).toBe('APP「示例App」 · APP 负责人 · 手机号码')
  expect(fieldLabel('services.app.platforms.p2.packageName', withApp).zh).toBe('APP「示例App」 · 微信（wx0123456789abcdef） · 小程序 AppID')
  expect(fieldLabel('services.app.platforms', withApp).en).toBe('App “示例App” · Platforms')
  expect(new Set(ServiceType.options.map((type) => serviceWord(type).zh)).size).toBe(4)
})

test('Chinese is set apart from APP on both sides, once', () => {
  expect(['添加APP', 'APP名称', '该APP没有这个字段', '添加 APP', '删除小程序？', 'APP「示例」'].map(spaced)).toEqual(['添加 APP', 'APP 名称', '该 APP 没有这个字段', '添加 APP', '删除小程序？', 'APP「示例」'])
})

test('a platform is a part of its own, with a key and a fingerprint only where programs are signed', () => {
  const groups = summaryOf(withApp).find((group) => group.path === 'services.app')?.groups.map((group) => [group.path, group.title.en, group.rows.map((row) => row.key)])
  expect(groups).toEqual([
    ['services.app.platforms.p1', 'Android (com.example.app)', ['platform', 'packageName', 'publicKey', 'fingerprint']],
    ['services.app.platforms.p2', 'WeChat (wx0123456789abcdef)', ['platform', 'packageName']],
  ])
  expect(displayValue('services.app.platforms.p1.platform', withApp, 'en')).toBe('Android')
  expect(displayValue('services.app.categories', withApp, 'zh')).toBe('生活服务 - 生活缴费')
  expect(displayValue('services.app.channel', withApp, 'en')).toBe('App store or mini-program platform')
})

test('every platform has a type of service, an example that has its shape, and its type knows it', () => {
  for (const platform of appPlatforms) {
    expect([platform.id, platform.shape.test(platform.example)]).toEqual([platform.id, true])
    for (const type of platform.types) expect(platformsOf(type)).toContain(platform)
  }
  expect(platformsOf('website')).toEqual([])
})

test('keys and fingerprints are stored as one run of signs, and what was left out has its place', () => {
  const { platforms: _platforms, categories: _categories, channel: _channel, ...bare } = app
  const stored = normaliseContent({ ...content, services: [app, { ...bare, id: 'bare' }, content.services[0]!] }) as RegistrationContent
  expect(stored.services[0]?.platforms?.[0]).toMatchObject({ publicKey: 'ABCD01', fingerprint: 'abcd' })
  expect(stored.services[1]).toMatchObject({ platforms: [], categories: [], channel: '' })
  expect(stored.services[2]).toEqual(content.services[0])
  expect(normaliseContent(stored)).toEqual(stored)
})

test('a platform that came, and a field of one that stayed, are changes at their own paths', () => {
  const after = { ...app, platforms: [{ ...app.platforms![0]!, packageName: 'com.example.app2' }, app.platforms![1]!, { ...app.platforms![0]!, id: 'p3' }] }
  expect(whatChanged(withApp, { ...withApp, services: [...content.services, after] }).map(({ path }) => path)).toEqual([
    'services.app.platforms.p1.packageName', 'services.app.platforms.p3',
  ])
})

test('platforms are corrected field by field, and what a service is never', () => {
  const correctable = fieldsOf(withApp).filter((row) => frozenReason('new-subject', row.path) === undefined).map((row) => row.path)
  expect(correctable).toContain('services.app.platforms.p1.fingerprint')
  expect(correctable).not.toContain('services.app.type')
})
