/** Held by whoever runs what is written in a payload: a shared lock of the session, seen in pg_locks by the superuser. */
export const canaryLock = 424_242

const lock = `pg_advisory_lock_shared(${canaryLock})`

/** Each runs `lock` where a value is written into the text of a statement: as a string, a number, a name, a pattern, an order or behind an end. */
export const sqlPayloads: readonly string[] = [
  `' || (SELECT ${lock}) || '`, `'||(SELECT 1 FROM ${lock})||'`, `' OR (SELECT 1 FROM ${lock}) IS NULL OR '1'='1`, `x' AND 1=(SELECT count(*) FROM ${lock}) --`,
  `'; SELECT ${lock}; --`, `1; SELECT ${lock}`, `1 OR 1=(SELECT count(*) FROM ${lock})`, `1) OR 1=(SELECT count(*) FROM ${lock}) --`, `') OR 1=(SELECT count(*) FROM ${lock}) --`,
  `')); SELECT ${lock}; --`, `%' OR 1=(SELECT count(*) FROM ${lock}) --`, `%'; SELECT ${lock}; --`, `\\'; SELECT ${lock}; --`, `\\' OR 1=(SELECT count(*) FROM ${lock}) --`,
  `" OR 1=(SELECT count(*) FROM ${lock}) --`, `"; SELECT ${lock}; --`, `$$; SELECT ${lock}; --`, `x$$ || (SELECT ${lock})::text || $$`, `id; SELECT ${lock}`, `id, (SELECT ${lock})`,
  `1 UNION SELECT ${lock}::text`, `' UNION ALL SELECT ${lock}::text, NULL --`, `(CASE WHEN (SELECT 1 FROM ${lock}) IS NULL THEN 1 ELSE 2 END)`, `'/**/OR/**/1=(SELECT/**/count(*)/**/FROM/**/${lock})--`,
  `＇ OR 1=(SELECT count(*) FROM ${lock}) --`, `' OR 1=(SELECT count(*) FROM ${lock}) OR ''='`, `{"a":"' || (SELECT ${lock}) || '"}`, `' || pg_sleep(6) || '`, `1; SELECT pg_sleep(6)`,
]

/** Values that stand where something else was expected. */
export const awkward: readonly unknown[] = [
  null, true, false, 0, -0, -1, 1e21, 1e308, 2 ** 31, 2 ** 53, -(2 ** 63), 0.1, '', ' ', 'x', 'null', 'undefined', 'NaN', '0', '-1', '1e5', [], {}, [[]], [[[[]]]], [null], [{}], { $ne: null },
  { $gt: '' }, { length: 1e9 }, { toString: 'x' }, { constructor: { prototype: { admin: true } } }, 'x'.repeat(300), 'x'.repeat(70_000), '京'.repeat(4000), '𬱖'.repeat(80), '\u202e\u2066txt', '\ufeff',
  '\u0000', '\ud800', 'a\u0000b', '\u0007', '\t\n\r', '１２３', 'Ｆullwidth　space', '2023-02-30', '0000-00-00', '9999999-01-01', '2026-13-45T99:99:99Z', '00000000-0000-4000-8000-00000000dead',
  '../../etc/passwd', '..%2f..%2f', '%00', '%c0%af', 'file:///etc/passwd', 'http://169.254.169.254/', '{{7*7}}', '${7*7}', '<script>window.__x=1</script>', `"><img src=x onerror=alert(1)>`,
  `javascript:alert(1)`, '=1+1', '@SUM(A1)', '-2+3', '%_\\', '\\', `'`, '"', '`', ';', '--', '/*', 'a@b', 'a@b@c', '+86 138-0000-0000', 'xn--a', '例子.公司', '*.com', '(a+)+$', 'a'.repeat(60) + '!',
  'true', 'Infinity', '\r\nSet-Cookie: a=b', 'application/json', 'constructor', '__proto__', 'prototype',
]
