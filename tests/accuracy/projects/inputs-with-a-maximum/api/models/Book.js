module.exports = { attributes: { title: { type: 'string', required: true } } };
