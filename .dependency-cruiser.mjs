// Which file may import which. Between packages `turbo boundaries` guards the tags; here: inside packages, and what a browser may ever load.
// Why, and how each rule was seen to fail: docs/decisions/0002-import-rules-are-checked.md.

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

const test = '\\.(test|fixture)\\.tsx?$'
const browserPackages = '^(apps/[^/]+-(portal|console)|packages/(client|ui|app-shell|filing-views|filing-forms))/src/'
// What only tests use: the test app and the drills.
const stand = '^apps/api/src/(testing|drills)/'
const sharedRooms = '^apps/api/src/(http|platform|migrations)/'

export default {
  forbidden: [
    forbid('no-circular', 'Two files that need each other to run are one idea, or need a third.', {}, { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }),
    forbid('resolves', 'An import must lead to a file or a declared package.', {}, { couldNotResolve: true }),
    forbid(
      'domain-is-pure',
      'The rules import nothing but themselves and zod.',
      { path: '^packages/domain/src', pathNot: test },
      { pathNot: ['^packages/domain/src', 'node_modules/(\\.pnpm/)?zod'] },
    ),
    forbid('apps-never-import-apps', 'Apps share packages, not each other.', { path: '^apps/([^/]+)/' }, { path: '^apps/', pathNot: '^apps/$1/' }),
    forbid('packages-never-import-apps', 'A package knows none of its users.', { path: '^packages/' }, { path: '^apps/' }),
    forbid(
      'browsers-load-no-server',
      'Nothing of the server may reach a browser.',
      { path: browserPackages },
      { path: ['node_modules/(\\.pnpm/)?(@nestjs|typeorm|pg|fastify|@fastify)([@+/]|$)', '^(apps/api|packages/(postgres|portal-server|browser))/'] },
    ),
    forbid('browsers-load-no-node', 'A browser has no node: modules.', { path: browserPackages, pathNot: test }, { dependencyTypes: ['core'] }),
    forbid(
      'api-rooms-meet-at-the-door',
      'A capability calls another through its *.api.ts.',
      { path: '^apps/api/src/([^/]+)/', pathNot: [sharedRooms, stand, '\\.module\\.ts$', test] },
      { path: '^apps/api/src/([^/]+)/', pathNot: ['^apps/api/src/$1/', sharedRooms, '\\.api\\.ts$'] },
    ),
    forbid(
      'wiring-imports-own-files-or-wiring',
      'A *.module.ts wires its own files and other modules.',
      { path: '^apps/api/src/([^/]+)/[^/]+\\.module\\.ts$' },
      { path: '^apps/api/src/([^/]+)/', pathNot: ['^apps/api/src/$1/', '\\.module\\.ts$', '^apps/api/src/(http|platform)/'] },
    ),
    forbid(
      'shared-rooms-know-no-capability',
      'What every capability uses may use none of them.',
      { path: '^apps/api/src/(http|platform)/', pathNot: test },
      { path: '^apps/api/src/([^/]+)/', pathNot: sharedRooms },
    ),
    forbid(
      'migrations-stand-alone',
      'A migration imports typeorm and its own folder: what it did must not change with the code of a later day.',
      { path: '^apps/api/src/migrations/', pathNot: test },
      { pathNot: ['^apps/api/src/migrations/', 'node_modules/(\\.pnpm/)?typeorm'], dependencyTypesNot: ['core'] },
    ),
    forbid(
      'controllers-do-not-touch-rows',
      'A controller speaks the contract; rows stay behind the service.',
      { path: '\\.controller\\.ts$' },
      { path: '\\.(entity|repository)\\.ts$' },
    ),
    forbid(
      'features-meet-in-routes',
      'A feature of a portal imports no other feature; they meet in the files beside main.tsx. What two of them show lies in shared/.',
      { path: '^apps/([^/]+-(?:portal|console))/src/([^/]+)/' },
      { path: '^apps/[^/]+-(?:portal|console)/src/([^/]+)/', pathNot: ['^apps/$1/src/$2/', '^apps/$1/src/(locales|shared)/'] },
    ),
    forbid('tests-are-for-tests', 'Nothing that runs imports a test or its stand.', { pathNot: [test, stand, '^e2e/'] }, { path: [test, stand, '^apps/[^/]+/src/testing/'] }),
  ],
  options: {
    doNotFollow: { path: ['node_modules', '(^|/)dist/'] },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
