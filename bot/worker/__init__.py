"""The process that places confirmed orders, settles those in doubt and follows them to their end."""
