"""升级处理 on pages: told beside its light, waiting for who is to act on it, counted for leaders, put into papers."""
