"""What people see and press: messages, buttons, selects and modals. All of it survives a restart."""
