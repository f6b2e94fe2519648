import type { Client } from 'pg'

/**
 * The shape of the database as text, in an order that never changes: tables with columns, constraints, indexes, triggers and what our roles may do; views;
 * functions. What a migration does to the whole is seen in the difference of this text.
 */
export async function describeSchema(client: Client): Promise<string> {
  const list = async (text: string): Promise<string[]> => (await client.query<{ line: string }>(text)).rows.map(({ line }) => line)
  const tables = await list(`SELECT relname AS line FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND relname <> 'migrations' ORDER BY relname COLLATE "C"`)
  const parts: string[] = []
  for (const table of tables) parts.push(await describeTable(list, table))
  const views = await list(`
    SELECT format(E'CREATE VIEW %I%s AS\\n%s\\n%s', c.relname, ' WITH (' || array_to_string(c.reloptions, ', ') || ')', pg_get_viewdef(c.oid), (${grantsOf('c.oid')})) AS line
    FROM pg_class c WHERE relnamespace = 'public'::regnamespace AND relkind = 'v' ORDER BY relname COLLATE "C"`)
  const functions = await list(`
    SELECT pg_get_functiondef(p.oid) || ';' AS line FROM pg_proc p
    WHERE pronamespace = 'public'::regnamespace AND prokind = 'f'
      AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e') ORDER BY proname COLLATE "C"`)
  const extensions = await list(`SELECT format('CREATE EXTENSION %I;', extname) AS line FROM pg_extension WHERE extname <> 'plpgsql' ORDER BY extname COLLATE "C"`)
  return `${[extensions.join('\n'), ...parts, ...views, ...functions].filter(Boolean).map((part) => part.trim()).join('\n\n')}\n`
}

async function describeTable(list: (text: string) => Promise<string[]>, table: string): Promise<string> {
  const oid = `'public.${table}'::regclass`
  const columns = await list(`
    SELECT format('  %I %s%s%s', attname, format_type(atttypid, atttypmod), CASE WHEN attnotnull THEN ' NOT NULL' ELSE '' END,
                  CASE WHEN attidentity <> '' THEN ' GENERATED ALWAYS AS IDENTITY' ELSE coalesce(' DEFAULT ' || pg_get_expr(adbin, adrelid), '') END) AS line
    FROM pg_attribute LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum WHERE attrelid = ${oid} AND attnum > 0 AND NOT attisdropped ORDER BY attnum`)
  const constraints = await list(`
    SELECT format('  CONSTRAINT %I %s', conname, pg_get_constraintdef(oid)) AS line FROM pg_constraint
    WHERE conrelid = ${oid} AND contype IN ('p', 'u', 'f', 'c', 'x') ORDER BY contype, conname COLLATE "C"`)
  const indexes = await list(`
    SELECT pg_get_indexdef(indexrelid) || ';' AS line FROM pg_index i JOIN pg_class c ON c.oid = indexrelid
    WHERE indrelid = ${oid} AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = indexrelid) ORDER BY c.relname COLLATE "C"`)
  const triggers = await list(`SELECT pg_get_triggerdef(oid) || ';' AS line FROM pg_trigger WHERE tgrelid = ${oid} AND NOT tgisinternal ORDER BY tgname COLLATE "C"`)
  const guards = await list(`
    SELECT format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY;', relname) AS line FROM pg_class WHERE oid = ${oid} AND relrowsecurity`)
  const policies = await list(`
    SELECT format('CREATE POLICY %I ON %I FOR %s TO %s', policyname, tablename, cmd, array_to_string(roles, ', ')) || coalesce(' USING (' || qual || ')', '')
           || coalesce(' WITH CHECK (' || with_check || ')', '') || ';' AS line
    FROM pg_policies WHERE schemaname = 'public' AND tablename = '${table}' ORDER BY policyname COLLATE "C"`)
  const grants = await list(`SELECT (${grantsOf(oid)}) AS line`)
  return [`CREATE TABLE ${table} (`, [...columns, ...constraints].join(',\n'), ');', ...indexes, ...triggers, ...guards, ...policies, ...grants].filter(Boolean).join('\n')
}

const grantsOf = (oid: string) => `
  SELECT coalesce(string_agg(line, E'\\n'), '') FROM (
    SELECT format('GRANT %s TO %I;', string_agg(privilege_type, ', ' ORDER BY privilege_type), rolname) AS line
    FROM pg_class g, aclexplode(g.relacl) JOIN pg_roles r ON r.oid = grantee
    WHERE g.oid = ${oid} AND rolname IN ('icp_app', 'icp_reader') GROUP BY rolname ORDER BY rolname
  ) AS granted`
