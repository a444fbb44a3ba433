exports.toRoom = ({ _id, name, seats }) => ({ id: String(_id), name, seats });
