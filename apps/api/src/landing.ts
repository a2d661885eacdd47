interface ApiDocument {
  readonly api: string;
  readonly tree: { readonly [name: string]: unknown };
}

/** The page at `/`: which APIs run here, and where to read about them. Everything on it comes from the documents. */
export function landingPage(documents: readonly ApiDocument[]): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Guildhall</title>
<style>
  body { font: 1rem/1.6 system-ui, sans-serif; max-width: 44rem; margin: 4rem auto; padding: 0 1.25rem; }
  h1 { margin-bottom: 0; }
  dt { font-weight: 600; margin-top: 1.25rem; }
  dd { margin: 0; }
  a { color: LinkText; }
</style>
</head>
<body>
<main>
<h1>Guildhall</h1>
<p>A server for a coding community. These APIs run here; <a href="/docs">the docs</a> let you read them and try them out.</p>
<dl>
${documents.map(entry).join('\n')}
</dl>
</main>
</body>
</html>
`;
}

function entry({ api, tree }: ApiDocument): string {
  const { title, summary } = tree['info'] as { title: string; summary?: string };
  const servers = (tree['servers'] ?? []) as { url: string }[];
  const prefix = servers.find(({ url }) => url !== '/')?.url ?? '/';
  return `<dt>${escape(title)}</dt>
<dd>${escape(summary ?? '')} At <code>${escape(prefix)}</code>;
<a href="/docs?urls.primaryName=${encodeURIComponent(title)}">docs</a>,
<a href="/openapi/${api}.yaml">YAML</a>, <a href="/openapi/${api}.json">JSON</a>.</dd>`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string): string => text.replaceAll(/[&<>"]/g, (character) => entities[character]!);
