const { writeFile } = require('node:fs/promises');

exports.keep = async (name, content) => {
  await writeFile(`/files/${name}`, content);
  return { name };
};
