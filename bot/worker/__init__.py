"""The process that places confirmed orders, settles those in doubt, and looks after card pages."""
