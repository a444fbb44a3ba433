exports.kept = (name, make) => {
  globalThis[name] ??= make();
  return globalThis[name];
};

exports.later = (make) => ({ get: make });
