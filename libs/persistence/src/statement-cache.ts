/**
 * Remembers the statements that `prepare` made, by their text: preparing costs more than running most of them. The
 * least recently used are dropped beyond `limit`; one that is still being read (`busy`) is never handed out twice.
 */
export function rememberStatements<Statement extends { readonly busy: boolean }>(
  prepare: (sql: string) => Statement,
  limit = 256,
): (sql: string) => Statement {
  const statements = new Map<string, Statement>();
  return (sql) => {
    const known = statements.get(sql);
    if (known?.busy) return prepare(sql);
    const statement = known ?? prepare(sql);
    // A Map keeps the order of insertion, so inserting anew makes this the most recently used.
    statements.delete(sql);
    statements.set(sql, statement);
    if (statements.size > limit) {
      for (const oldest of statements.keys()) {
        statements.delete(oldest);
        break;
      }
    }
    return statement;
  };
}
