// notices
