exports.enter = async (email, password) => ({ email, known: password.length > 0 });
