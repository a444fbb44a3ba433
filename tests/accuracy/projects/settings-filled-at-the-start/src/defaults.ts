export const defaultsFrom = (env: NodeJS.ProcessEnv) => Object.entries(env).map(([key, value]) => ({ key, value: value ?? '' }));
