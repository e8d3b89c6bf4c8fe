internal import Glibc

extension DiskError {
    /// Why, grouped by what a caller can do about it (errno(3)).
    public var reason: Reason {
        switch number {
        case ENOENT: .notFound
        case EEXIST, ENOTEMPTY: .exists
        case ENOSPC, EDQUOT, EFBIG: .full
        case EROFS: .readOnly
        case EACCES, EPERM: .denied
        case EIO, EREMOTEIO, EBADMSG, EUCLEAN: .hardware
        case ENODEV, ENXIO, ENOTCONN, ESHUTDOWN, ESTALE, ECONNABORTED, EHOSTDOWN, ETIMEDOUT: .gone
        case EILSEQ, ENAMETOOLONG: .badName
        case EINVAL where request == .create || request == .makeFolder: .badName
        case ENOTSUP, ENOSYS, ENOTTY, EINVAL: .unsupported
        case EBUSY, EWOULDBLOCK, ETXTBSY: .busy
        default: .other
        }
    }

    /// What went wrong, as a clause: "the device reported a read or write error (EIO)".
    public var cause: String {
        switch number {
        case DiskError.tooDeep: "folders nested deeper than \(TreeWalk.deepest) are not looked into"
        case 0: "the disk gave an impossible answer"
        case ENOENT: "there is no such file or folder"
        case EEXIST: "something of that name exists already"
        case ENOTEMPTY: "the folder is not empty"
        case ENOSPC: "the disk is full"
        case EDQUOT: "the disk quota is used up"
        case EFBIG: "the file is too large for that file system"
        case EROFS: "the volume is read-only"
        case EACCES, EPERM: "permission was denied"
        case EIO: "the device reported a read or write error (EIO)"
        case EREMOTEIO: "the remote device reported an error"
        case EBADMSG, EUCLEAN: "the file system is damaged"
        case ENODEV, ENXIO: "the device is gone"
        case ENOTCONN, ESHUTDOWN, ECONNABORTED: "the file system no longer answers (its server is gone)"
        case ESTALE: "the network share was disconnected"
        case EHOSTDOWN, ETIMEDOUT: "the server does not answer"
        case EILSEQ: "that file system cannot store this name"
        case ENAMETOOLONG: "the name is too long for that file system"
        case ELOOP, ENOTDIR: "a link or a file lies where a folder should be"
        case EISDIR: "a folder lies where a file should be"
        case ENOMEM: "the system is out of memory"
        case EMFILE, ENFILE: "too many files are open"
        case EBUSY: "the system is using it"
        case EXDEV: "it lies on another volume"
        default: String(cString: strerror(number)).lowercasedFirst
        }
    }

    /// What the person at the cart can do about it.
    public var nextStep: String {
        switch reason {
        case .full: "Make room on it, or choose another destination, and run the same command again."
        case .readOnly: "Mount it writable, or choose another destination."
        case .denied: "Check the owner and permissions there, or run as a user who may."
        case .hardware: "Check the cable, reader and device; copy again, and do not erase the card."
        case .gone: "Connect it again and run the same command again."
        case .badName: "Choose a destination with another file system (ext4, XFS, APFS), or rename with --as."
        case .exists: "Look at what lies there; move it away if it is not needed."
        case .busy: "Wait for the other program, then run the same command again."
        case .notFound: "Check the path."
        case .other where number == DiskError.tooDeep: "Move it further up, and run the same command again."
        case .unsupported, .other: "Look at the system's log (dmesg), then run the same command again."
        }
    }
}

extension DiskError: CustomStringConvertible {
    /// The whole sentence without a full stop: "could not create CLIP/A001.mov: the disk is full".
    public var description: String {
        "could not \(request.rawValue) \(place): \(cause)"
    }
}

extension String {
    /// The C library's sentences start with a capital; here they follow a colon.
    fileprivate var lowercasedFirst: String {
        prefix(1).lowercased() + dropFirst()
    }
}
