import type { Express } from 'express';

/** Every route of an application, as `"METHOD /path"`. Express offers no list of them, so its stacks are walked. */
export function routesOf(app: Express): string[] {
  return walk(app.router, '');
}

function walk(router: unknown, prefix: string): string[] {
  return listOf(member(router, 'stack')).flatMap((layer) => {
    const route = member(layer, 'route');
    const path = `${prefix}${String(member(route ?? layer, route ? 'path' : 'rawPath')).replace(/\/$/, '')}`;
    if (route === undefined) return walk(member(layer, 'handle'), path);
    return Object.keys(Object(member(route, 'methods'))).map((method) => `${method.toUpperCase()} ${path}`);
  });
}

function member(value: unknown, name: string): unknown {
  const holder = typeof value === 'object' || typeof value === 'function' ? value : null;
  return holder === null ? undefined : Reflect.get(holder, name);
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
