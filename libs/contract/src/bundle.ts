import { isObject, type Json, type JsonObject, member, openFile, type SourceFile } from './document.js';

type Kinds = Record<string, Record<string, Json>>;

/** A document with what it refers to in other files among its own components, so that it can be read without them. */
export function bundle(main: SourceFile): JsonObject {
  const adopted: Kinds = {};

  const refer = (reference: string, from: SourceFile): string => {
    const target = new URL(reference, from.url);
    const { hash } = target;
    target.hash = '';
    const [, , kind = '', name = ''] = hash.split('/');
    if (target.href === main.url || adopted[kind]?.[name] !== undefined) return hash;
    const owner = openFile(target.href);
    // Known before it is copied, since a schema may refer to itself.
    (adopted[kind] ??= {})[name] = true;
    adopted[kind][name] = rewrite(member(owner.root, 'components', kind, name)?.value ?? null, owner);
    return hash;
  };

  const rewrite = (value: Json, from: SourceFile): Json => {
    if (Array.isArray(value)) return value.map((item: Json) => rewrite(item, from));
    if (!isObject(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([name, item]) =>
      [name, name === '$ref' && typeof item === 'string' ? refer(item, from) : rewrite(item ?? null, from)]));
  };

  const root = rewrite(main.tree, main) as JsonObject;
  return { ...root, components: merge(adopted, (root['components'] ?? {}) as Kinds) };
}

/** A component of the document's own stands for one of the same name, unless it only refers to it. */
function merge(adopted: Kinds, own: Kinds): Kinds {
  const kinds = [...new Set([...Object.keys(own), ...Object.keys(adopted)])];
  return Object.fromEntries(kinds.map((kind) => {
    const kept = Object.entries(own[kind] ?? {}).filter(([name, value]) =>
      !(isObject(value) && value['$ref'] === `#/components/${kind}/${name}`));
    return [kind, { ...adopted[kind], ...Object.fromEntries(kept) }];
  }));
}
