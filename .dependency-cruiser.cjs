// Which module may import which. Dependencies point one way: client -> shared <- server <- tools; in the server
// routes -> use case -> repository -> model; in the client app -> features -> components -> lib.
// A rule's comment is shown with each violation. `scripts/boundaries.test.mjs` proves that each rule catches its own.

const tests = '\\.test(-support)?\\.tsx?$';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      comment: 'Modules that need each other are one module, or lack a third one that both can import.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      comment: 'An import that leads nowhere escapes every other rule.',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'shared-is-pure',
      severity: 'error',
      comment:
        'Both sides and every runtime use shared: no I/O, no Node, no framework; zod and a date library at most.',
      from: { path: '^shared/src/', pathNot: tests },
      to: { pathNot: ['^shared/src/', 'node_modules/(zod|date-fns|@date-fns)/'] },
    },
    {
      name: 'client-without-server',
      severity: 'error',
      comment: 'The browser and the API agree through shared only.',
      from: { path: '^(client|e2e)/' },
      to: { path: '^(server|tools)/' },
    },
    {
      name: 'server-without-client',
      severity: 'error',
      comment: 'The API serves any client; what both need belongs to shared.',
      from: { path: '^(server|tools)/' },
      to: { path: '^(client|e2e)/' },
    },
    {
      name: 'src-without-dev',
      severity: 'error',
      comment: 'Stand-ins, demo data and benches never reach production.',
      from: { path: '^server/src/', pathNot: tests },
      to: { path: '^(tools|server/(ledger|test|migrations|accounts))/' },
    },
    {
      name: 'commands-without-tools',
      severity: 'error',
      comment:
        'Migrations and commands are built into the production image, in which there are no tools; tests use them.',
      from: { path: '^server/(ledger|migrations|accounts)/', pathNot: tests },
      to: { path: '^(tools|server/test)/' },
    },
    {
      name: 'production-without-dev-packages',
      severity: 'error',
      comment: 'The production image installs no devDependencies; only types may come from there.',
      from: { path: '^server/src/', pathNot: tests },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: 'node_modules/@types/' },
    },
    {
      name: 'feature-door',
      severity: 'error',
      comment: 'Other features enter through index.ts, so that a feature can change inside without asking around.',
      from: { path: '^(server|client)/src/features/([^/]+)/' },
      to: { path: '^$1/src/features/[^/]+/', pathNot: ['^$1/src/features/$2/', '^$1/src/features/[^/]+/index\\.ts$'] },
    },
    {
      name: 'feature-door-from-outside',
      severity: 'error',
      comment: 'Whoever wires, seeds, measures or migrates enters a feature through index.ts as well.',
      from: { path: '^(server|client|tools)/', pathNot: '^(server|client)/src/features/' },
      to: { path: '^(server|client)/src/features/[^/]+/', pathNot: '^(server|client)/src/features/[^/]+/index\\.ts$' },
    },
    {
      name: 'routes-call-use-cases',
      severity: 'error',
      comment: 'A route translates; what happens is a use case, which webhooks and jobs can call too.',
      from: { path: '^server/src/features/[^/]+/[a-z-]*routes\\.ts$' },
      to: { path: '^server/src/features/.*(repository|model)\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'models-behind-repositories',
      severity: 'error',
      comment: 'Queries live in one place, where a duplicate key becomes a result and documents become plain objects.',
      from: { path: '^server/src/features/', pathNot: ['(repository|model|index)\\.ts$', tests] },
      to: { path: '^server/src/features/.*model\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'use-cases-without-http',
      severity: 'error',
      comment: 'A use case is called by HTTP, webhooks and jobs alike; it knows no request and no response.',
      from: {
        path: '^server/src/features/',
        pathNot: ['/[a-z-]*routes\\.ts$', '/index\\.ts$', '-cookie\\.ts$', tests],
      },
      to: { path: ['^server/src/http/', 'node_modules/express/'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'infrastructure-without-features',
      severity: 'error',
      comment: 'Gateways, infrastructure and HTTP plumbing serve every feature and know none.',
      from: { path: '^server/src/(gateways|infra|http)/', pathNot: tests },
      to: { path: '^server/src/features/' },
    },
    {
      name: 'features-below-app',
      severity: 'error',
      comment: 'The app composes features; a feature that knows the app cannot be understood alone.',
      from: { path: '^client/src/(features|components|lib)/', pathNot: tests },
      to: { path: '^client/src/app/' },
    },
    {
      name: 'components-below-features',
      severity: 'error',
      comment: 'Design-system parts and the library know nothing of the domain.',
      from: { path: '^client/src/(components|lib)/' },
      to: { path: '^client/src/features/' },
    },
    {
      name: 'lib-below-components',
      severity: 'error',
      comment: 'The library is the lowest layer of the client: functions, no parts of a page.',
      from: { path: '^client/src/lib/' },
      to: { path: '^client/src/components/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js'],
    },
  },
};
