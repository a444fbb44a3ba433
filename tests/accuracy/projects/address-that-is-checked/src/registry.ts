export const register = async (address: string) => ({ address });
